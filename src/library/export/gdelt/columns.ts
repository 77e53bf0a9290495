const actor = (side: 'Actor1' | 'Actor2') => [
  ...[`${side}Code`, `${side}Name`, `${side}CountryCode`, `${side}KnownGroupCode`, `${side}EthnicCode`],
  ...[`${side}Religion1Code`, `${side}Religion2Code`, `${side}Type1Code`, `${side}Type2Code`, `${side}Type3Code`],
];

const place = (of: 'Actor1Geo' | 'Actor2Geo' | 'ActionGeo') => [
  ...[`${of}_Type`, `${of}_FullName`, `${of}_CountryCode`, `${of}_ADM1Code`, `${of}_Lat`, `${of}_Long`],
  `${of}_FeatureID`,
];

/** The columns of GDELT 1.0's daily event files ("The GDELT Event Database Data Format Codebook"), which have no heading. */
export const GDELT_COLUMNS: readonly string[] = [
  ...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
  ...actor('Actor1'),
  ...actor('Actor2'),
  ...['IsRootEvent', 'EventCode', 'EventBaseCode', 'EventRootCode', 'QuadClass', 'GoldsteinScale'],
  ...['NumMentions', 'NumSources', 'NumArticles', 'AvgTone'],
  ...place('Actor1Geo'),
  ...place('Actor2Geo'),
  ...place('ActionGeo'),
  ...['DATEADDED', 'SOURCEURL'],
];

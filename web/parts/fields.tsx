import { useEffect, useId, useState } from 'react';

/** A value that a filter can take and, where that is known, how many entries it would leave. */
export interface Option {
  readonly value: string;
  readonly events?: number;
}

/** A filter that takes one of several values. */
export function Choice({
  name,
  chosen,
  options,
  inWords = (value) => value,
  choose,
}: {
  name: string;
  chosen: string | undefined;
  options: readonly Option[];
  inWords?: (value: string) => string;
  choose: (value: string | undefined) => void;
}) {
  const isListed = !chosen || options.some(({ value }) => value === chosen);
  return (
    <label className="field">
      <span>{name}</span>
      <select value={chosen ?? ''} onChange={(change) => choose(change.target.value || undefined)}>
        <option value="">any</option>
        {!isListed && <option value={chosen}>{inWords(chosen)} (0)</option>}
        {options.map(({ value, events }) => (
          <option key={value} value={value}>
            {events === undefined ? inWords(value) : `${inWords(value)} (${events})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A filter that takes a day. It counts when it is whole: a year is typed digit by digit. */
export function DayField({
  name,
  chosen,
  choose,
}: {
  name: string;
  chosen: string | undefined;
  choose: (day: string | undefined) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(chosen ?? '');
  useEffect(() => setTyped(chosen ?? ''), [chosen]);
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="date"
        max="9999-12-31"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value === '' ? target.validity.valid : target.value >= '1000') choose(target.value || undefined);
        }}
      />
    </div>
  );
}

/**
 * Words that are asked for again and again (tags, relations) as engines keep the names in code: the same text is the same
 * object, so that comparing it with a name written in code looks at no letter. What is cut out of a text or read from a file
 * is not kept so; keys of objects are.
 */
export const interned = (word: string): string => Object.keys({ [word]: true })[0];

import type { z } from 'zod';

/** What is wrong with a question, in words for whoever asked it. */
export function inWords(error: z.core.$ZodError): string {
  return error.issues.map((issue) => `“${issue.path.join('.')}” ${expectation(issue)}.`).join(' ');
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `can be ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'has to be a day like 2025-03-20';
  return issue.message;
}

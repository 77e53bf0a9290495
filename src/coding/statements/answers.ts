import type { Statement } from '../reading.ts';

/** How many sentences may lie between a question and what answers it. */
const REACH = 2;

type Open = Omit<Statement, 'answers' | 'confidence'>;

/** Words by which somebody says that they answer; `rule` begins with the word of a statement. */
const REPLYING = /^(?:answer|reply|respond|counter|retort)\b/;

function isReplyTo(statement: Open, question: Open): boolean {
  const { sentence, source, stance, rule } = statement;
  if (source === null || stance === 'question' || statement === question) return false;
  const apart = sentence - question.sentence;
  const asker = question.source?.actor ?? null;
  // "Asked whether they would leave, the minister said …": whoever speaks then was asked.
  if (apart === 0 && (asker === null || asker === source.actor)) return true;
  return asker !== source.actor && apart >= 0 && apart <= REACH && (stance === 'no answer' || REPLYING.test(rule));
}

/** The statements, each with the question last asked that it answers, or does not answer. */
export function withAnswers(statements: readonly Open[]): Omit<Statement, 'confidence'>[] {
  const asked: Open[] = [];
  return statements.map((statement) => {
    const question = asked.findLast((other) => isReplyTo(statement, other));
    if (statement.stance === 'question') asked.push(statement);
    return { ...statement, answers: question?.id ?? null };
  });
}

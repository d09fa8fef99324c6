import type { Sql } from "../platform/sql.js";

/** What no stamp tells, sales counts, is seen after so long at the latest. */
const LIFE_MS = 60_000;

/** Answers a process remembers: of one state of the catalogue, so many at most, the one asked least lately forgotten first. */
export type KeptAnswers<Answer> = (
  sql: Sql,
  stamp: string,
  question: string,
  ask: () => Promise<Answer>,
) => Promise<Answer>;

/**
 * Makes a memory for answers that hold while the catalogue's stamp does, a minute at most. Who asks what is just being looked up waits for
 * that answer; a failed one is not kept. The stamp has to be read before asking: an answer may be newer than its stamp, never
 * older.
 */
export function keptAnswers<Answer>(max: number): KeptAnswers<Answer> {
  const kept = new WeakMap<Sql, { stamp: string; since: number; answers: Map<string, Promise<Answer>> }>();
  return (sql, stamp, question, ask) => {
    let held = kept.get(sql);
    const now = performance.now();
    if (held?.stamp !== stamp || now - held.since > LIFE_MS) {
      kept.set(sql, (held = { stamp, since: now, answers: new Map() }));
    }
    const { answers } = held;
    const answer = answers.get(question) ?? ask();
    answers.delete(question);
    answers.set(question, answer);
    const [oldest] = answers.keys();
    if (answers.size > max && oldest !== undefined) answers.delete(oldest);
    answer.catch(() => answers.get(question) === answer && answers.delete(question));
    return answer;
  };
}

import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, 2 passes, 1 lane (OWASP's first choice). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** At most four hashes at a time, so that a flood of sign-ins can't take all the processor. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((done) => waiting.push(done));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line, if there is one.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), COST));
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits. Without a stored hash (no such account, or none set yet) the same work is done against
 * a decoy, so that time tells nothing about which accounts exist.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password nobody has");
  const target = stored ?? (await decoy);
  const fits = await inTurn(() => verify(target, password.normalize("NFC"), COST));
  return fits && stored !== null && stored !== undefined;
}

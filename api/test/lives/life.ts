import { Refusal } from "../../src/kernel/refusal.js";
import type { CustomerActor, MadeOrder } from "../kit/makers-orders.js";
import type { World } from "../kit/world.js";
import type { Dice } from "./dice.js";
import type { LifeStaff } from "./staff.js";

/** One order's life as it is lived: who is in it, what was told of it, and what may be told again. */
export interface Life {
  readonly world: World;
  readonly dice: Dice;
  readonly order: MadeOrder;
  readonly customer: CustomerActor;
  readonly staff: LifeStaff;
  /** Money that really moved, by the world's own name of the movement: what the books must tell, each once. */
  readonly moved: Map<string, number>;
  /** Messages of channels that may come later, or once more. */
  readonly messages: (() => Promise<unknown>)[];
  /** What was done, for people who look for a fault. */
  readonly diary: string[];
}

/**
 * Something that people or channels do. It chooses its input when it is asked and returns what does it, the same thing
 * however often it is called; undefined when there is nothing to do.
 */
export type Deed = (life: Life) => Promise<(() => Promise<unknown>) | undefined>;

/** The process dies: whatever was not committed is gone. */
class Death extends Error {}

/**
 * Lets `act` run and die at the statement of that number; dying after a COMMIT means that it was done and nobody heard. What
 * is refused is refused; anything else is a fault of ours.
 */
async function dying(world: World, statement: number, act: () => Promise<unknown>): Promise<boolean> {
  let left = statement;
  const forget = world.server.platform.database.onStatement(() => {
    left -= 1;
    if (left === 0) throw new Death();
  });
  try {
    await act();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return false;
    if (left <= 0) return true;
    throw error;
  } finally {
    forget();
  }
}

async function refusable(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Does one deed as the world does things: at times dying on the way, at times twice, at times both at once. */
export async function live(life: Life, name: string, deed: Deed): Promise<void> {
  const { dice, world, diary } = life;
  const act = await deed(life);
  if (!act) return;
  if (dice.chance(0.12)) {
    const statement = dice.whole(1, 40);
    const died = await dying(world, statement, act);
    if (died) diary.push(`${name} died at statement ${statement}`);
    if (died && dice.chance(0.3)) return;
  }
  diary.push(`${name}: ${await refusable(act)}`);
  if (dice.chance(0.15)) diary.push(`${name} again: ${await refusable(act)}`);
  if (dice.chance(0.08)) {
    const [one, other] = await Promise.all([refusable(act), refusable(act)]);
    diary.push(`${name} twice at once: ${one}, ${other}`);
  }
}

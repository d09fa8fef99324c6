import { Refusal } from "./refusal.js";

/** state → verb → next state. A state without verbs is an end. */
export type Arrows<State extends string, Verb extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Verb, State>>>>
>;

/** The life of one kind of thing: clients send verbs, never states. */
export interface StateTable<State extends string, Verb extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** The state after `verb`; refuses INVALID_STATE when the table has no such arrow. */
  after(state: State, verb: Verb): State;
  /** The verbs the table allows in `state`, in the order they were written. */
  verbs(state: State): Verb[];
  allows(state: State, verb: Verb): boolean;
}

/**
 * Makes a table and checks it at once, that is at boot: an arrow to an unknown state or a state that nothing
 * leads to is a programming fault and stops the process.
 */
export function stateTable<State extends string, Verb extends string>(
  name: string,
  initial: State,
  arrows: Arrows<State, Verb>,
): StateTable<State, Verb> {
  const states = Object.keys(arrows) as State[];
  const reached = reachable(name, initial, arrows);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`State table ${name}: nothing leads to ${lost.join(", ")}`);
  return {
    name,
    initial,
    states,
    allows: (state, verb) => arrows[state]?.[verb] !== undefined,
    verbs: (state) => Object.keys(arrows[state]) as Verb[],
    after(state, verb) {
      const next = arrows[state]?.[verb];
      if (next === undefined) throw new Refusal("INVALID_STATE", { thing: name, state, verb });
      return next;
    },
  };
}

function reachable<State extends string, Verb extends string>(
  name: string,
  initial: State,
  arrows: Arrows<State, Verb>,
): Set<State> {
  const reached = new Set<State>();
  const open: State[] = [initial];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    if (!(state in arrows)) throw new Error(`State table ${name}: unknown state ${state}`);
    reached.add(state);
    open.push(...(Object.values(arrows[state]) as State[]));
  }
  return reached;
}

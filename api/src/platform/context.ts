import { Loaders } from "./loaders.js";
import type { Platform } from "./platform.js";
import type { Viewer } from "./viewer.js";

/** The app a request comes from, as it says in `x-kaidan-app`: it chooses which session cookie is read. */
export type App = "shop" | "supplier" | "admin";

/** What the edge may set on the answer. */
export interface Answer {
  setSession(app: App, token: string, expiresAt: number): void;
  clearSession(app: App): void;
  /** Where this app's pages live, for links in letters. */
  originOf(app: App): string;
}

/** The context of one GraphQL operation. */
export interface Context {
  readonly platform: Platform;
  readonly viewer: Viewer;
  readonly app: App | null;
  readonly userAgent: string | null;
  readonly answer: Answer;
  readonly loaders: Loaders;
}

/**
 * Makes a subscription's context that of its next event: the viewer with the rights of this moment, and loaders that
 * remember nothing of the event before. GraphQL gives every event of a subscription the same object, and executes them
 * one after another, so it is changed in place between two events.
 */
export function renewContext(context: Context, viewer: Viewer): void {
  Object.assign(context, { viewer, loaders: new Loaders() });
}

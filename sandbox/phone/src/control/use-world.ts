import { createContext, use, useSyncExternalStore } from "react";
import type { Known, Resource } from "./resource";
import type { Store } from "./store";
import type { World } from "./world";

export const WorldContext = createContext<World | null>(null);

/** The sandbox as this page knows it. */
export function useWorld(): World {
  const world = use(WorldContext);
  if (!world) throw new Error("A component stands outside of WorldContext.");
  return world;
}

export const useResource = <T>(resource: Resource<T>): Known<T> =>
  useSyncExternalStore(resource.watch, resource.snapshot);

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.watch, store.get);

import type { Listener } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { endContract } from "./end-contract.flow.js";

/** A contract's end follows from its order's. */
export const contractListeners = (platform: () => Platform): Listener[] => [
  {
    name: "contracts.end",
    kinds: ["OrderCompleted", "OrderCancelled", "OrderExpired"],
    hear: (fact) => endContract(platform(), fact.stream.slice("order:".length)),
  },
];

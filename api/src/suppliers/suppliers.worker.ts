import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { beginService } from "./begin-service.flow.js";
import { endService } from "./end-service.flow.js";
import { SERVICE_BEGINS, SERVICE_ENDS } from "./revision.store.js";

/** What the clock does in this room: revisions come into force and end on their days. */
export function supplierTimers(platform: () => Platform): TimerHandler[] {
  return [
    { kind: SERVICE_BEGINS, fire: (serviceId) => beginService(platform(), SYSTEM, { serviceId }) },
    { kind: SERVICE_ENDS, fire: (serviceId) => endService(platform(), SYSTEM, { serviceId }) },
  ];
}

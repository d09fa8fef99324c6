import type { TimerHandler } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { beginService } from "./begin-service.flow.js";
import { CERTIFICATE_DUE } from "./certificate.store.js";
import { endService } from "./end-service.flow.js";
import { beginPlannedPause } from "./pause-supplier.flow.js";
import { SERVICE_BEGINS, SERVICE_ENDS } from "./revision.store.js";
import { PAUSE_BEGINS, PAUSE_ENDS } from "./supplier.store.js";
import { endPlannedPause } from "./unpause-supplier.flow.js";
import { watchCertificateDay } from "./watch-certificate.flow.js";

/** What the clock does in this room: revisions come into force and end, pauses begin and end, papers run out. */
export function supplierTimers(platform: () => Platform): TimerHandler[] {
  return [
    { kind: SERVICE_BEGINS, fire: (serviceId) => beginService(platform(), { serviceId }) },
    { kind: SERVICE_ENDS, fire: (serviceId) => endService(platform(), { serviceId }) },
    { kind: PAUSE_BEGINS, fire: (supplierId) => beginPlannedPause(platform(), { supplierId }) },
    { kind: PAUSE_ENDS, fire: (supplierId) => endPlannedPause(platform(), { supplierId }) },
    { kind: CERTIFICATE_DUE, fire: (certificateId) => watchCertificateDay(platform(), { certificateId }) },
  ];
}

import { AUTO_ACCEPT_MS } from "../fulfilment/ticket.js";
import type { RecordedFact } from "../kernel/fact.js";
import { regionOf } from "../suppliers/region.js";
import type { Manner } from "./manner.js";
import { manners } from "./manners.js";
import type { NoticeParams } from "./notice.js";
import type { Telling } from "./route.js";
import type { Subject } from "./subject.js";

type Payload = Readonly<Record<string, unknown>>;

/** The words and numbers of one telling: only what its readers may see. Suppliers know an order by their ticket alone. */
export function paramsOf(fact: RecordedFact, subject: Subject, telling: Telling): NoticeParams {
  const { order, ticket, instalment, offer, suppliers, service, inquiry, quotation, product, application } = subject;
  const manner = manners[telling.kind];
  const around = ticket ?? inquiry;
  const bySupplier = telling.to.startsWith("supplier:");
  const params: Record<string, string | number | undefined> = {
    no: bySupplier
      ? (ticket?.no ?? inquiry?.no)
      : (order?.no ?? inquiry?.no ?? quotation?.no ?? application?.no ?? suppliers[0]?.code),
    title:
      inquiry?.title ??
      (bySupplier
        ? undefined
        : (order?.productTitle ?? quotation?.title ?? product?.title ?? application?.organisation)),
    item: ticket?.itemName ?? service?.itemName,
    amount: amountOf(fact.payload, offer?.pay, manner),
    detail: manner.detail ? textOf(fact.payload, manner.detail) : undefined,
    // Of several suppliers none is told the name of another.
    supplier: suppliers.length === 1 ? suppliers[0]?.name : undefined,
    percent: manner.topic === "PROGRESS" ? ticket?.percent : undefined,
    seq: instalment?.seq,
    count: instalment?.count ?? (inquiry ? numberOf(fact.payload, "count") : undefined),
    until: untilOf(fact, { offer: offer?.expiresAt, inquiry: inquiry?.deadline }, manner),
    tender: textOf(fact.payload, "tender"),
    region: bySupplier && around ? regionOf(around.regionCode).name : undefined,
  };
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
}

function amountOf(payload: Payload, pay: number | undefined, manner: Manner): number | undefined {
  if (manner.amount === undefined) return undefined;
  if (manner.amount === "pay") return pay;
  const amount = payload[manner.amount];
  return typeof amount === "number" ? amount : undefined;
}

interface Ends {
  readonly offer: number | undefined;
  readonly inquiry: number | undefined;
}

function untilOf(fact: RecordedFact, ends: Ends, manner: Manner): number | undefined {
  if (manner.until === "offer" || manner.until === "inquiry") return ends[manner.until];
  if (manner.until === "validity") return numberOf(fact.payload, "validUntil");
  return manner.until === "acceptance" ? fact.at + AUTO_ACCEPT_MS : undefined;
}

function numberOf(payload: Payload, key: string): number | undefined {
  const value = payload[key];
  return typeof value === "number" ? value : undefined;
}

function textOf(payload: Payload, key: string): string | undefined {
  const value = payload[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

import { sumFen, timesFen } from "@kaidan/web-kit/format/money";
import { z } from "zod";
import type { BidderInquiryFragment } from "../../gql/graphql";

const lineSchema = z.object({
  key: z.string(),
  lineCode: z.string().nullable(),
  itemId: z.string(),
  itemName: z.string(),
  unit: z.string(),
  quantity: z.string(),
  /** 分; "" for a line that is not priced. */
  unitPrice: z.string(),
  /** Days until this line is done, if it differs; "" for as the whole. */
  leadDays: z.string().regex(/^\d{0,3}$/),
  note: z.string().max(200),
});

export const bidSchema = z.object({
  lines: z.array(lineSchema),
  leadDays: z.coerce.number<string | number>().int().min(0).max(730),
  validDays: z.coerce.number<string | number>().int().min(1).max(180),
  inclusions: z.string().max(1_000),
  planWish: z.string().max(500),
  terms: z.string().max(2_000),
});
export type BidValues = z.input<typeof bidSchema>;
type Line = BidValues["lines"][number];

interface Written {
  readonly lineCode: string | null;
  readonly itemId: string | null;
  readonly quantity: number | null;
  readonly unitPrice: string;
  readonly leadDays: number | null;
  readonly note: string | null;
}

/** What the form begins with: the draft, else the last version, else the supplier's own price list. */
export function startOf(inquiry: BidderInquiryFragment): BidValues {
  const { bid, lines, priceList } = inquiry;
  const last = bid?.versions[0];
  const from = bid?.draft ?? last;
  const free = inquiry.subject === "NEED";
  const sent = (last?.lines ?? []).map((line): Written => ({ ...line, lineCode: free ? null : line.code }));
  const written: readonly Written[] = bid?.draft?.lines ?? sent;
  const listed = new Map(priceList.map((entry) => [entry.itemId, entry]));
  const able = lines.filter(({ itemId }) => listed.has(itemId));
  const priced = from !== undefined && from !== null;
  const ofLine = (line: (typeof lines)[number]): Line => {
    const known = written.find(({ lineCode }) => lineCode === line.code);
    const unitPrice = priced ? priceOf(known) : (listed.get(line.itemId)?.unitPrice ?? "");
    const { code, itemId, itemName, unit, quantity } = line;
    const told = { leadDays: String(known?.leadDays ?? ""), note: known?.note ?? "" };
    return { key: code, lineCode: code, itemId, itemName, unit, quantity: String(quantity), unitPrice, ...told };
  };
  const ofService = (entry: (typeof priceList)[number]): Line => {
    const known = written.find(({ itemId }) => itemId === entry.itemId);
    const { itemId, itemName, unit } = entry;
    const quantity = known?.quantity ? String(known.quantity) : "";
    return {
      key: itemId,
      lineCode: null,
      itemId,
      itemName,
      unit,
      quantity,
      unitPrice: known ? priceOf(known) : entry.unitPrice,
      leadDays: String(known?.leadDays ?? ""),
      note: known?.note ?? "",
    };
  };
  return {
    lines: free ? priceList.map(ofService) : able.map(ofLine),
    leadDays: from?.leadDays ?? 7,
    validDays: from?.validDays ?? 15,
    inclusions: from?.inclusions ?? "",
    planWish: from?.planWish ?? "",
    terms: from?.terms ?? "",
  };
}

/** A line counts when it has a price and, for a need, a quantity. */
const counts = ({ unitPrice, quantity }: Line): boolean =>
  unitPrice !== "" && unitPrice !== "0" && Number(quantity) > 0;

/** What a line comes to as far as it is typed; what is sent the server reckons anew. */
export function amountOf(line: Line): string {
  return counts(line) ? timesFen(line.unitPrice, line.quantity) : "0";
}

export const totalOf = (lines: readonly Line[]): string => sumFen(lines.map(amountOf));

/** A draft keeps a line that has no price yet as one of nothing. */
const priceOf = (line: Written | undefined): string =>
  line === undefined || line.unitPrice === "0" ? "" : line.unitPrice;

const isTyped = ({ lineCode, unitPrice, quantity, leadDays, note }: Line): boolean =>
  lineCode === null ? quantity !== "" || note !== "" : unitPrice !== "" || leadDays !== "" || note !== "";

/** The values as the mutations take them: of a bid the lines that count, of a draft all that something is typed on. */
export function bidContent(values: z.output<typeof bidSchema> | BidValues, which: "BID" | "DRAFT" = "BID") {
  const { lines, leadDays, validDays, inclusions, planWish, terms } = values;
  return {
    lines: lines
      .filter(which === "BID" ? counts : isTyped)
      .map(({ lineCode, itemId, quantity, unitPrice, ...line }) => ({
        lineCode,
        itemId: lineCode === null ? itemId : null,
        quantity: lineCode === null ? Number(quantity) : null,
        unitPrice: unitPrice === "" ? "0" : unitPrice,
        leadDays: line.leadDays === "" ? null : Number(line.leadDays),
        note: line.note === "" ? null : line.note,
      })),
    leadDays: Number(leadDays),
    validDays: Number(validDays),
    inclusions,
    planWish,
    terms,
  };
}

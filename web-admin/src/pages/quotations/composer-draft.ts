import type {
  CollectionMode,
  QuotationContentInput,
  QuotationVersionWholeFragment,
  QuoteProductQuery,
} from "../../gql/graphql";

type Proposal = NonNullable<QuoteProductQuery["quoteProduct"]["proposal"]>;

export type DraftLine = {
  /** Of the row on the page, not of anything stored. */
  readonly key: string;
  /** `itemId:supplierId`; "" until chosen. */
  readonly service: string;
  readonly componentId: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  /** One sum for the line, in fen; "" for unit price times quantity. */
  readonly amount: string;
  readonly stage: string;
  readonly leadDays: string;
  readonly optional: boolean;
  readonly note: string;
  readonly collectionMode: CollectionMode;
  /** In percent, as typed; "" for none. */
  readonly commissionPercent: string;
  readonly commissionRefundable: boolean;
  /** Of the whole line, in fen; "" for none. */
  readonly officialFee: string;
};

export type DraftStep = QuotationContentInput["plan"][number] & {
  readonly key: string;
  /** Key of the line whose milestone it waits for; "" for the first that has it. */
  readonly line: string;
};

export type Draft = {
  readonly title: string;
  readonly regionCode: string;
  readonly inputs: QuotationContentInput["inputs"];
  readonly productVersionId: string | null;
  readonly contractTemplate: string | null;
  readonly lines: readonly DraftLine[];
  readonly plan: readonly DraftStep[];
  readonly terms: string;
  /** YYYY-MM-DD: the version is good until the end of this day in Shanghai. */
  readonly validUntil: string;
  readonly changeNote: string;
};

export const emptyLine = (): DraftLine => ({
  key: crypto.randomUUID(),
  service: "",
  componentId: null,
  quantity: "1",
  unitPrice: "",
  amount: "",
  stage: "1",
  leadDays: "",
  optional: false,
  note: "",
  collectionMode: "OWN_SALE",
  commissionPercent: "",
  commissionRefundable: true,
  officialFee: "",
});

type Collected = {
  readonly collectionMode: CollectionMode;
  readonly commissionRate: number;
  readonly commissionRefundable: boolean;
  readonly officialFee: string;
};

/** How a line is sold, as it is typed. */
const collectionOf = ({ collectionMode, commissionRate, commissionRefundable, officialFee }: Collected) => ({
  collectionMode,
  commissionPercent: commissionRate === 0 ? "" : String(commissionRate / 100),
  commissionRefundable,
  officialFee: officialFee === "0" ? "" : officialFee,
});

const step = (name: string, nameEn: string, share: number, gate: boolean): DraftStep => ({
  key: crypto.randomUUID(),
  line: "",
  name,
  nameEn,
  shareBasisPoints: share,
  nature: gate ? "ADVANCE" : "FINAL",
  trigger: gate ? "ON_ORDER" : "ON_ACCEPTANCE",
  afterDays: null,
  gate,
});

const DAY = 86_400_000;
const SHANGHAI = 28_800_000;

const dayOf = (at: number): string => new Date(at + SHANGHAI).toISOString().slice(0, 10);

/** A quotation with nothing in it: half before the work, half after, good for a week. */
export const emptyDraft = (now: number): Draft => ({
  title: "",
  regionCode: "",
  inputs: [],
  productVersionId: null,
  contractTemplate: null,
  lines: [emptyLine()],
  plan: [step("预付款", "Advance", 5_000, true), step("尾款", "Balance", 5_000, false)],
  terms: "",
  validUntil: dayOf(now + 7 * DAY),
  changeNote: "",
});

/** What the pricing engine proposes, over what was written so far: terms and the note stay. */
export function proposedDraft(draft: Draft, regionCode: string, proposal: Proposal): Draft {
  const { title, productVersionId, contractTemplate, validUntil } = proposal;
  const lines = proposal.lines.map((line) => ({
    ...emptyLine(),
    service: `${line.itemId}:${line.supplierId}`,
    componentId: line.componentId,
    quantity: String(line.quantity),
    unitPrice: line.unitPrice,
    amount: line.amount ?? "",
    stage: String(line.stage),
    ...collectionOf(line),
  }));
  return {
    ...draft,
    ...{ title, regionCode, productVersionId, contractTemplate: contractTemplate ?? null },
    inputs: proposal.inputs.map(({ code, label, value, unit }) => ({ code, label, value, unit: unit ?? null })),
    lines,
    plan: stepsOf(proposal.plan, lines),
    validUntil: dayOf(Date.parse(validUntil)),
  };
}

function stepsOf(plan: Proposal["plan"], lines: readonly Pick<DraftLine, "key">[]): DraftStep[] {
  return plan.map(({ __typename: _type, ...step }, index) => ({
    ...step,
    key: `${index}${step.name}`,
    line: lines[(step.componentPosition ?? 0) - 1]?.key ?? "",
    afterDays: step.afterDays ?? null,
  }));
}

/** A version as the composer holds it. */
export function draftOf(version: QuotationVersionWholeFragment): Draft {
  const { title, region, inputs, contractTemplate, terms } = version;
  const lines = version.lines.map((line) => ({
    key: line.id,
    service: `${line.itemId}:${line.supplier?.id ?? ""}`,
    componentId: line.componentId ?? null,
    quantity: String(line.quantity),
    unitPrice: line.unitPrice,
    amount: line.lump ? line.amount : "",
    stage: String(line.stage),
    leadDays: line.leadDays === null || line.leadDays === undefined ? "" : String(line.leadDays),
    optional: line.optional,
    note: line.note ?? "",
    ...collectionOf(line),
  }));
  return {
    title,
    regionCode: region.code,
    inputs: inputs.map(({ code, label, value, unit }) => ({ code, label, value, unit: unit ?? null })),
    productVersionId: version.productVersionId ?? null,
    contractTemplate: contractTemplate ?? null,
    lines,
    plan: stepsOf(version.planSteps, lines),
    terms,
    validUntil: dayOf(Date.parse(version.validUntil)),
    changeNote: version.changeNote ?? "",
  };
}

/** Whether something was typed into a line that names no service yet: it would be lost. */
export const isUnfinished = ({ service, unitPrice, amount, leadDays, note }: DraftLine): boolean =>
  service === "" && [unitPrice, amount, leadDays, note].some((typed) => typed !== "");

/** What is sent of it: empty lines are left out. */
export function contentOf(draft: Draft): QuotationContentInput {
  const { title, regionCode, inputs, productVersionId, contractTemplate, terms } = draft;
  const lines = draft.lines.filter(({ service }) => service !== "");
  return {
    ...{ title, regionCode, inputs, productVersionId, contractTemplate, terms },
    lines: lines.map((line) => ({
      itemId: line.service.split(":")[0] ?? "",
      supplierId: line.service.split(":")[1] ?? "",
      componentId: line.componentId,
      quantity: Number(line.quantity),
      stage: Number(line.stage),
      unitPrice: line.unitPrice || "0",
      amount: line.amount || null,
      leadDays: line.leadDays === "" ? null : Number(line.leadDays),
      optional: line.optional,
      note: line.note || null,
      collection: {
        collectionMode: line.collectionMode,
        commissionRate: Math.round(Number(line.commissionPercent || "0") * 100),
        commissionRefundable: line.commissionRefundable,
        officialFee: line.officialFee || "0",
      },
    })),
    plan: draft.plan.map(({ key: _key, line, ...rest }) => {
      const place = lines.findIndex(({ key }) => key === line);
      return { ...rest, componentPosition: place >= 0 ? place + 1 : null };
    }),
    validUntil: new Date(Date.parse(`${draft.validUntil}T23:59:59+08:00`)).toISOString(),
  };
}

/** Whether it can be shown to the server at all: numbers are numbers, and there is a city. */
export function isReady(draft: Draft): boolean {
  const numbers = draft.lines.flatMap(({ quantity, stage }) => [Number(quantity), Number(stage)]);
  const shares = draft.lines.map(({ commissionPercent }) => Number(commissionPercent || "0"));
  return (
    draft.regionCode !== "" &&
    /^\d{4}-\d\d-\d\d$/.test(draft.validUntil) &&
    numbers.every((one) => one > 0) &&
    shares.every((one) => one >= 0 && one <= 100)
  );
}

import type { Fact } from "../kernel/fact.js";

const ofProduct = (kind: string, productId: string, also: Record<string, unknown>): Fact => ({
  kind,
  stream: `product:${productId}`,
  payload: { productId, ...also },
});

/** What happens to a product, told on its own stream. */
export const productFacts = {
  saved: (productId: string, number: number) => ofProduct("ProductDraftSaved", productId, { number }),
  published: (productId: string, versionId: string, number: number) =>
    ofProduct("ProductPublished", productId, { versionId, number }),
  submitted: (productId: string, number: number, title: string) =>
    ofProduct("ProductSubmitted", productId, { number, title }),
  withdrawn: (productId: string, number: number) => ofProduct("ProductWithdrawn", productId, { number }),
  /** `authorId`: who had handed it in. */
  returned: (productId: string, told: { number: number; title: string; authorId: string | null; reason: string }) =>
    ofProduct("ProductReturned", productId, told),
  archived: (productId: string) => ofProduct("ProductArchived", productId, {}),
};

/** What happens to plan templates; nobody waits for news of one. */
export const planTemplateFacts = {
  saved: (planTemplateId: string): Fact => ({
    kind: "PlanTemplateSaved",
    stream: "product:plans",
    payload: { planTemplateId },
  }),
};

/** What happens to a service item. Items have no pages that wait for news, so they share the catalogue's stream. */
const ofItem = (kind: string, itemId: string): Fact => ({ kind, stream: "product:items", payload: { itemId } });

export const itemFacts = {
  saved: (itemId: string) => ofItem("ServiceItemSaved", itemId),
  activated: (itemId: string) => ofItem("ServiceItemActivated", itemId),
  retired: (itemId: string) => ofItem("ServiceItemRetired", itemId),
};

const ofSearch = (kind: string, payload: Record<string, unknown>): Fact => ({
  kind,
  stream: "product:search",
  payload,
});

/** What administrators change about searching. */
export const searchFacts = {
  synonymsSaved: (id: string, before: readonly string[], after: readonly string[]) =>
    ofSearch("SynonymsSaved", { id, before, after }),
  synonymsDropped: (id: string, before: readonly string[]) => ofSearch("SynonymsDropped", { id, before }),
};

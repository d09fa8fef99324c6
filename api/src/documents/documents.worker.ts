import type { Listener } from "../platform/courier.js";
import type { Platform } from "../platform/platform.js";
import { formKinds, formsOfFact } from "./forms-of-fact.js";
import { issueForms } from "./issue-forms.flow.js";

/** Forms follow from what happened, in a lane of their own: dispatch never waits for paper. */
export const documentListeners = (platform: () => Platform): Listener[] => [
  {
    name: "documents.issue",
    kinds: formKinds,
    lane: "documents",
    hear: (fact) => issueForms(platform(), formsOfFact(fact)),
  },
];

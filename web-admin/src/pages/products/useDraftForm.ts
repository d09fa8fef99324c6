import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { type ProductDetailsFragment, SaveProductDraftDocument } from "../../gql/graphql";
import { type CheckedDraft, type DraftValues, draftSchema } from "./draft-schema";
import { draftInput, draftValues, emptyDraft, openVersion } from "./draft-values";

export type DraftForm = UseFormReturn<DraftValues, unknown, CheckedDraft>;

type DraftFormOptions = {
  /** Without one a product is made. */
  product: ProductDetailsFragment | undefined;
  onSaved: (product: ProductDetailsFragment) => void;
};

/** The composer's form. It keeps the copy it was opened with, so nobody else's change is overwritten unseen. */
export function useDraftForm({ product, onSaved }: DraftFormOptions) {
  const [held, setHeld] = useState(product);
  const [stale, setStale] = useState(false);
  if (product && held && held.version < product.version && sameContent(held, product)) setHeld(product);

  const saving = useMutationForm({
    name: `save-product:${held?.id ?? "new"}`,
    schema: draftSchema,
    defaultValues: valuesOf(held),
    document: SaveProductDraftDocument,
    variables: (values) => ({ input: draftInput(values, held) }),
    payload: (data) => data.saveProductDraft,
    onDone: ({ product: saved }) => {
      if (!saved) return;
      take(saved);
      onSaved(saved);
    },
    onRefused: ({ userErrors }) => {
      const outdated = userErrors.some(({ code }) => code === "STALE_VERSION");
      setStale(outdated);
      return outdated;
    },
  });

  function take(next: ProductDetailsFragment): void {
    setHeld(next);
    setStale(false);
    saving.form.reset(valuesOf(next));
  }
  return { ...saving, held, stale, take };
}

function valuesOf(product: ProductDetailsFragment | undefined): DraftValues {
  const version = product && openVersion(product);
  return version ? draftValues(product, version) : emptyDraft;
}

/** A newer copy with the same content, such as after publishing, is no conflict with what is being typed. */
function sameContent(a: ProductDetailsFragment, b: ProductDetailsFragment): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

/** File links are signed anew in every answer; they are no content. */
function contentOf(product: ProductDetailsFragment): unknown {
  const { gallery, ...rest } = valuesOf(product);
  return { ...rest, gallery: gallery.map(({ id }) => id) };
}

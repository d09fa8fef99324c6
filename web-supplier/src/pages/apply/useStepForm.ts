import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { DefaultValues, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { rememberToken } from "../../features/application/applicant-token";
import { contentOf } from "../../features/application/content";
import { type ApplyStep, applySteps } from "../../features/application/gaps";
import { stepDraft } from "../../features/application/step-draft";
import { SaveApplicationDocument, type SaveSupplierApplicationInput } from "../../gql/graphql";
import { useApplication } from "./application-context";

type StepOptions<TValues extends FieldValues, TChecked> = {
  step: ApplyStep;
  schema: z.ZodType<TChecked, TValues>;
  defaultValues: DefaultValues<TValues>;
  /** The part of the application this step says. */
  part: (values: TChecked) => Partial<SaveSupplierApplicationInput>;
};

/**
 * One step of the application: saves the whole draft with this step's part changed and goes on to the next step. The
 * first save begins the application and puts its private token behind "#". What is typed before that stays on this
 * device; `kept` tells that it does.
 */
export function useStepForm<TValues extends FieldValues, TChecked>(options: StepOptions<TValues, TChecked>) {
  const { step, schema, defaultValues, part } = options;
  const { token, application, refetch } = useApplication();
  const navigate = useNavigate();
  const [draft] = useState(() => stepDraft(application?.id ?? "new", step, defaultValues));
  const [typed] = useState(draft.read);
  const [kept, setKept] = useState(typed !== undefined);
  const saving = useMutationForm({
    name: `apply:${application?.id ?? "new"}:${step}`,
    schema,
    defaultValues: typed ?? defaultValues,
    document: SaveApplicationDocument,
    variables: (values, idempotencyKey) => ({
      input: { ...contentOf(application), ...part(values), token, version: application?.version, idempotencyKey },
    }),
    payload: (data) => data.saveSupplierApplication,
    onRefused: ({ userErrors }) => {
      if (userErrors.some(({ code }) => code === "STALE_VERSION" || code === "INVALID_STATE")) refetch();
    },
    onDone: async (payload) => {
      const held = payload.token ?? token;
      draft.forget();
      if (payload.token) rememberToken(payload.token);
      await navigate({ to: `/apply/${stepAfter(step)}`, hash: held });
    },
  });
  const { form } = saving;
  useEffect(() => {
    const watching = form.watch((values) => setKept(draft.keep(values)));
    return () => watching.unsubscribe();
  }, [form, draft]);
  return { ...saving, kept };
}

function stepAfter(step: ApplyStep): ApplyStep {
  return applySteps[applySteps.indexOf(step) + 1] ?? "summary";
}

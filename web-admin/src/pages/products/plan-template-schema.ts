import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod";
import type { PlanTemplateDetailsFragment, SavePlanTemplateInput } from "../../gql/graphql";
import { code, step } from "./draft-schema";
import { emptyDraft, stepInput, stepValues } from "./draft-values";
import { planProblems } from "./publish-checks";

/** A plan that a product could be published with, under a name. The server checks all of it again. */
export const planTemplateSchema = z.object({
  code,
  name: z.string().trim().min(1).max(40),
  nameEn: z.string().trim().max(60),
  offered: z.boolean(),
  plan: z
    .array(step)
    .min(1)
    .max(12)
    .superRefine((plan, context) => {
      const [problem] = planProblems(
        plan.map((row) => ({
          ...row,
          afterDays: row.afterDays ?? ("" as const),
          componentPosition: row.componentPosition ?? ("" as const),
        })),
      );
      if (problem) context.addIssue({ code: "custom", message: i18n._(problemWords[problem]) });
    }),
});

/** Said below the rows, the first that holds. */
const problemWords: Record<ReturnType<typeof planProblems>[number], ReturnType<typeof msg>> = {
  PLAN_SUMS_TO_WHOLE: msg`各期比例合计必须为 100%。`,
  GATE_STEP_FIRST: msg`第一期在下单时支付，其余各期不能在下单时支付。`,
  PLAN_IN_ORDER: msg`各期要按到期先后排列。`,
  DEPOSIT_AT_MOST_A_FIFTH: msg`定金合计不能超过 20%。`,
};

export type PlanTemplateValues = z.input<typeof planTemplateSchema>;
type CheckedTemplate = z.output<typeof planTemplateSchema>;

/** A template as its form holds it; a new one begins with the commonest plan. */
export function planTemplateValues(template: PlanTemplateDetailsFragment | undefined): PlanTemplateValues {
  if (!template) return { code: "", name: "", nameEn: "", offered: true, plan: emptyDraft.plan };
  const { code: known, name, nameEn, offered, steps } = template;
  return { code: known, name, nameEn, offered, plan: steps.map(stepValues) };
}

/** What is sent: the first instalment is the one that opens the gate to delivery. */
export function planTemplateInput(
  { plan, ...rest }: CheckedTemplate,
  template: PlanTemplateDetailsFragment | undefined,
): SavePlanTemplateInput {
  return { ...rest, steps: plan.map(stepInput), id: template?.id ?? null, version: template?.version ?? null };
}

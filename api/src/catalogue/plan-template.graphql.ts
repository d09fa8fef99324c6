import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { allPlanTemplates, planTemplateById } from "./plan-template.store.js";
import type { PlanStepSpec } from "./product.js";
import { PlanStepInput, planStepOf } from "./product-input.graphql.js";
import { savePlanTemplate } from "./save-plan-template.flow.js";
import { PlanStep } from "./version.graphql.js";

@ObjectType({ implements: Node, description: "A payment plan with a name, for products to copy." })
class PlanTemplate extends Node {
  @Field(() => String, { description: "Stable name for programs." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => [PlanStep], { description: "The instalments in order." })
  steps: PlanStepSpec[];

  @Field(() => Boolean, { description: "Whether it is offered for choosing." })
  offered: boolean;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@InputType({ description: "A plan template, whole." })
class SavePlanTemplateInput {
  @Field(() => ID, { nullable: true, description: "Of the template to change; without it a new one is made." })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you have seen; with an id only." })
  version?: number | null;

  @Field(() => String, { description: "Stable name: capitals, digits, dashes and underscores." })
  code: string;

  @Field(() => String, { description: "Its name, at most 40 characters." })
  name: string;

  @Field(() => String, { description: "Its name in English, at most 60 characters." })
  nameEn: string;

  @Field(() => [PlanStepInput], {
    description: "The instalments: they sum to the whole, the first is due with the order.",
  })
  steps: PlanStepInput[];

  @Field(() => Boolean, { description: "Whether it is offered for choosing." })
  offered: boolean;
}

@ObjectType({ description: "The template as saved." })
class SavePlanTemplatePayload extends Payload {
  @Field(() => PlanTemplate, { nullable: true, description: "As it is now." })
  planTemplate?: PlanTemplate | null;
}

@Resolver()
export class PlanTemplateResolver {
  @Allow(staffWith("catalogue.read"))
  @Query(() => [PlanTemplate], { description: "Payment plans that products copy, by code; at most 200." })
  planTemplates(@Ctx() { platform }: Context): Promise<PlanTemplate[]> {
    return allPlanTemplates(platform.database.read);
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => SavePlanTemplatePayload, {
    description:
      "Adds or changes a plan template; products that copied it stay as they are. Refuses VALIDATION, DEPOSIT_OVER_LIMIT, NOT_FOUND, STALE_VERSION.",
  })
  savePlanTemplate(
    @Ctx() context: Context,
    @Arg("input") input: SavePlanTemplateInput,
  ): Promise<SavePlanTemplatePayload> {
    return settle(async () => {
      const { id = null, version = null, steps, ...rest } = input;
      const template = { ...rest, steps: steps.map(planStepOf) };
      const saved = await savePlanTemplate(context.platform, context.viewer, { id, version, template });
      return { planTemplate: found(await planTemplateById(context.platform.database.read, saved)) };
    });
  }
}

import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { changePolicy } from "./change-policy.flow.js";
import type { Context } from "./context.js";
import { Payload, settle } from "./payload.js";
import { type PolicySpec, type PolicyValues, policies, policyKeys, policySpecs } from "./policies.js";
import { Allow, staffInPerson } from "./policy.js";

@ObjectType({ description: "Something the business decides once for the whole platform." })
class PolicySetting {
  @Field(() => String, { description: "Its name, such as pricing.four-eyes." })
  key: string;

  @Field(() => String, { description: "SWITCH, whose value is on or off, or NUMBER, whose value is a whole number." })
  kind: string;

  @Field(() => String, { description: "What it says now." })
  value: string;

  @Field(() => String, { description: "What it says unless somebody changes it." })
  preset: string;

  @Field(() => Int, { nullable: true, description: "The least value of a NUMBER." })
  min: number | null;

  @Field(() => Int, { nullable: true, description: "The greatest value of a NUMBER." })
  max: number | null;
}

@InputType({ description: "Which setting says what from now on." })
class ChangePolicyInput {
  @Field(() => String, { description: "Name of the setting." })
  key: string;

  @Field(() => String, { description: "The new value." })
  value: string;

  @Field(() => String, { description: "The value you saw." })
  seen: string;
}

@ObjectType({ description: "The settings after it." })
class ChangePolicyPayload extends Payload {
  @Field(() => [PolicySetting], { nullable: true, description: "Every setting as it is now." })
  policies?: PolicySetting[] | null;
}

@Resolver()
export class PoliciesResolver {
  @Allow(staffInPerson("operations.manage"))
  @Query(() => [PolicySetting], { name: "policies", description: "Every policy setting." })
  async policySettings(@Ctx() { platform }: Context): Promise<PolicySetting[]> {
    return viewOf(await policies(platform.database.read));
  }

  @Allow(staffInPerson("operations.manage"))
  @Mutation(() => ChangePolicyPayload, {
    description: "Changes a policy setting; who did it stays told. Refuses VALIDATION, STALE_VERSION.",
  })
  changePolicy(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: ChangePolicyInput,
  ): Promise<ChangePolicyPayload> {
    return settle(async () => {
      await changePolicy(platform, viewer, input);
      return { policies: viewOf(await policies(platform.database.read)) };
    });
  }
}

function viewOf(values: PolicyValues): PolicySetting[] {
  return policyKeys.map((key) => {
    const spec: PolicySpec = policySpecs[key];
    const limits = spec.kind === "NUMBER" ? { min: spec.min, max: spec.max } : { min: null, max: null };
    const preset = spec.kind === "SWITCH" ? (spec.preset ? "on" : "off") : String(spec.preset);
    return { key, kind: spec.kind, value: values[key], preset, ...limits };
  });
}

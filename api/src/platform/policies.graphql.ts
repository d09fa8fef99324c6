import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { changePolicy } from "./change-policy.flow.js";
import type { Context } from "./context.js";
import { Payload, settle } from "./payload.js";
import { type PolicySpec, type PolicyValues, policies, policyKeys, policySpecs, presetOf } from "./policies.js";
import { Allow, staffInPerson } from "./policy.js";
import { newestPolicyChanges } from "./policy-changes.store.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({ description: "Something the business decides once for the whole platform." })
class PolicySetting {
  @Field(() => String, { description: "Its name, such as pricing.four-eyes." })
  key: string;

  @Field(() => String, { description: "SWITCH, whose value is on or off, or NUMBER, whose value is a whole number." })
  kind: string;

  @Field(() => String, {
    nullable: true,
    description: "What a NUMBER counts: BASIS_POINTS, hundredths of a percent, or FEN; null for a SWITCH.",
  })
  unit: string | null;

  @Field(() => String, { description: "What it says now." })
  value: string;

  @Field(() => String, { description: "What it says unless somebody changes it." })
  preset: string;

  @Field(() => Int, { nullable: true, description: "The least value of a NUMBER." })
  min: number | null;

  @Field(() => Int, { nullable: true, description: "The greatest value of a NUMBER." })
  max: number | null;
}

@ObjectType({ description: "One change of a setting, told for good." })
export class PolicyChange {
  @Field(() => String, { description: "The setting." })
  key: string;

  @Field(() => String, { description: "What it said before." })
  before: string;

  @Field(() => String, { description: "What it said from then on." })
  after: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at: number;

  actorId: string | null;
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
  @Query(() => [PolicyChange], { description: "The last fifty changes of policy settings, newest first." })
  policyChanges(@Ctx() { platform }: Context): Promise<PolicyChange[]> {
    return newestPolicyChanges(platform.database.read);
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
    const unit = spec.kind === "NUMBER" ? spec.unit : null;
    return { key, kind: spec.kind, unit, value: values[key], preset: presetOf(key), ...limits };
  });
}

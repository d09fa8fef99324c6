import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { dropSynonyms } from "./drop-synonyms.flow.js";
import { saveSynonyms } from "./save-synonyms.flow.js";
import { allSynonyms, synonymsById } from "./synonym.store.js";

@ObjectType({ description: "Words that stand for each other when somebody searches." })
class SynonymGroup {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => [String], { description: "The words, in lower case." })
  words: string[];

  @Field(() => DateTimeScalar, { description: "When they were last changed." })
  changedAt: number;

  @Field(() => Int, { description: "Pass it when changing them." })
  version: number;
}

@InputType({ description: "Which words stand for each other." })
class SaveSynonymsInput {
  @Field(() => ID, { nullable: true, description: "Of the group to change; without it a new one is made." })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you have seen; with an id only." })
  version?: number | null;

  @Field(() => [String], { description: "2 to 12 words of at most 30 characters." })
  words: string[];
}

@InputType({ description: "Which words to let stand for themselves again." })
class DropSynonymsInput {
  @Field(() => ID, { description: "Of the group." })
  id: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@ObjectType({ description: "The words as saved." })
class SaveSynonymsPayload extends Payload {
  @Field(() => SynonymGroup, { nullable: true, description: "As they are now." })
  synonyms?: SynonymGroup | null;
}

@ObjectType({ description: "What is left after it." })
class DropSynonymsPayload extends Payload {
  @Field(() => [SynonymGroup], { nullable: true, description: "Every group as it is now." })
  synonyms?: SynonymGroup[] | null;
}

@Resolver(() => SynonymGroup)
export class SynonymResolver {
  @Allow(staffWith("catalogue.read"))
  @Query(() => [SynonymGroup], { description: "Every group of synonyms, at most 500, the one changed last first." })
  searchSynonyms(@Ctx() { platform }: Context): Promise<SynonymGroup[]> {
    return allSynonyms(platform.database.read);
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => SaveSynonymsPayload, {
    description:
      "Says which words stand for each other, from the next search on. Refuses VALIDATION, NOT_FOUND, STALE_VERSION.",
  })
  saveSearchSynonyms(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") { id = null, version = null, words }: SaveSynonymsInput,
  ): Promise<SaveSynonymsPayload> {
    return settle(async () => {
      const saved = await saveSynonyms(platform, viewer, { id, version, words });
      return { synonyms: (await synonymsById(platform.database.read, saved)) ?? null };
    });
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => DropSynonymsPayload, {
    description: "Lets words stand for themselves again. Refuses NOT_FOUND, STALE_VERSION.",
  })
  dropSearchSynonyms(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: DropSynonymsInput,
  ): Promise<DropSynonymsPayload> {
    return settle(async () => {
      await dropSynonyms(platform, viewer, input);
      return { synonyms: await allSynonyms(platform.database.read) };
    });
  }
}

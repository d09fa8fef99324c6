import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Allow, anyone } from "../platform/policy.js";
import { type Suggestion, suggestions } from "./search-suggestions.store.js";

const SuggestionKindEnum = enumOf(["QUERY", "CATEGORY", "PRODUCT"] as const);
registerEnumType(SuggestionKindEnum, {
  name: "SuggestionKind",
  description: "QUERY: words that find something; CATEGORY and PRODUCT: a page to open.",
});

const SUGGESTIONS_MAX = 12;

@ObjectType({ description: "What somebody may want who has typed so much." })
class ProductSuggestion implements Suggestion {
  @Field(() => SuggestionKindEnum, { description: "What choosing it does." })
  kind: Suggestion["kind"];

  @Field(() => String, { description: "The words, or the name of the page." })
  text: string;

  @Field(() => String, { nullable: true, description: "The name in English; null of a query." })
  textEn: string | null;

  @Field(() => String, { nullable: true, description: "What the page is addressed by; null of a query." })
  slug: string | null;
}

@Resolver()
export class SuggestionResolver {
  @Allow(anyone)
  @Query(() => [ProductSuggestion], { description: "Completes a search while it is typed; each leads somewhere." })
  productSuggestions(
    @Ctx() { platform }: Context,
    @Arg("typed", () => String, { description: "What has been typed so far, at most 60 characters count." })
    typed: string,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 12; 8 without." }) first?: number | null,
  ): Promise<ProductSuggestion[]> {
    const limit = first ?? 8;
    must(Number.isInteger(limit) && limit >= 1 && limit <= SUGGESTIONS_MAX, "VALIDATION", { field: "first", max: 12 });
    return suggestions(platform.database.read, typed, limit);
  }
}

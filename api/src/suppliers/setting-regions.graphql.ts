import { FieldResolver, Resolver } from "type-graphql";
import { Setting } from "../platform/setting.graphql.js";
import { regions } from "./region.js";
import { Region } from "./supplier.graphql.js";

@Resolver(() => Setting)
export class SettingRegionsResolver {
  @FieldResolver(() => [Region], { description: "The cities the platform serves." })
  regions(): Region[] {
    return [...regions];
  }
}

import { useQuery } from "@apollo/client/react";
import { SettingDocument, type SettingQuery } from "../gql/graphql";

export type Setting = SettingQuery["setting"];

/** What the installation says of itself: regions, bank account, try-it mode. Undefined until known. */
export function useSetting(): Setting | undefined {
  return useQuery(SettingDocument, { fetchPolicy: "cache-first" }).data?.setting;
}

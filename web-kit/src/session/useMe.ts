import { useQuery } from "@apollo/client/react";
import { MeDocument, type SessionAccountFragment } from "../gql/graphql";

export type Account = SessionAccountFragment;

/** Who is signed in to this app. `me` is undefined while asked, null when nobody is. */
export function useMe(): { me: Account | null | undefined; failed: boolean; can: (permission: string) => boolean } {
  const { data, error } = useQuery(MeDocument, { fetchPolicy: "cache-first" });
  return {
    me: data?.me,
    failed: error !== undefined && data === undefined,
    can: (permission) => data?.me?.permissions.includes(permission) ?? false,
  };
}

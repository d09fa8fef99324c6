import { createContext, useContext } from "react";
import type { ApplicationSheetFragment } from "../../gql/graphql";

export type OpenApplication = {
  /** Undefined until the first step was saved. */
  readonly token: string | undefined;
  readonly application: ApplicationSheetFragment | undefined;
  readonly refetch: () => void;
};

export const ApplicationContext = createContext<OpenApplication | undefined>(undefined);

/** The application this device holds the private link of; provided by the frame around the pages below /apply. */
export function useApplication(): OpenApplication {
  const open = useContext(ApplicationContext);
  if (!open) throw new Error("useApplication belongs below /apply");
  return open;
}

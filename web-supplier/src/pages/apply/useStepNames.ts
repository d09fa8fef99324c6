import { useLingui } from "@lingui/react/macro";
import type { ApplyStep } from "../../features/application/gaps";

/** The name of each step in the language of the page. */
export function useStepNames(): Record<ApplyStep, string> {
  const { t } = useLingui();
  return {
    organisation: t`机构与联系人`,
    services: t`服务与价格`,
    regions: t`服务区域`,
    documents: t`证件材料`,
    summary: t`核对提交`,
  };
}

import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Trans } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { VersionDetailsFragment } from "../../gql/graphql";

/** Where a draft stands with its reviewer: handed in, or given back with a reason. `compare`: where what changed is told. */
export function ReviewNotice({ draft, compare }: { draft: VersionDetailsFragment; compare: string | null }) {
  const { submittedAt, returnReason } = draft;
  const submitter = draft.submitter ?? "";
  const reviewer = draft.reviewer ?? "";
  if (submittedAt) {
    return (
      <Alert color="blue">
        <Trans>
          {submitter} 于 <DateText at={submittedAt} as="absolute" /> 提交审核；发布、退回或撤回之前不能修改。
        </Trans>{" "}
        {compare && (
          <Link to={compare}>
            <Trans>看看改了什么</Trans>
          </Link>
        )}
      </Alert>
    );
  }
  if (!returnReason) return null;
  return (
    <Alert color="orange">
      <Trans>
        {reviewer} 退回了这一版：{returnReason}
      </Trans>
    </Alert>
  );
}

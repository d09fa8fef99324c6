import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "./LinkButton";

/** A page of the workspace that this member's role has no part in: who has, and the way back. */
export function NotYourDesk({ title }: { title: string }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={title} />
      <EmptyState
        title={t`您的角色看不到这一页。`}
        action={
          <LinkButton to="/">
            <Trans>回到今日</Trans>
          </LinkButton>
        }
      >
        <Trans>需要时，请联系本单位的负责人。</Trans>
      </EmptyState>
    </>
  );
}

import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { LinkButton } from "../../features/frame/LinkButton";
import { NotYourDesk } from "../../features/frame/NotYourDesk";
import { mayManage, mayVisit } from "../../features/rights";
import { InviteDialog } from "./InviteDialog";
import { MemberRow } from "./MemberRow";
import { RoleGuide } from "./RoleGuide";
import css from "./TeamPage.module.css";

const route = getRouteApi("/signedIn/team");

/** Who works here and what each may do. */
export function TeamPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { invite } = route.useSearch();
  const navigate = route.useNavigate();
  const role = data.me?.role;
  if (!mayVisit("team", role)) return <NotYourDesk title={t`团队`} />;
  const manages = mayManage(role);
  const members = (data.me?.supplier?.members ?? []).filter(({ active }) => active);
  const count = members.length;
  return (
    <>
      <PageHeader
        title={t`团队`}
        actions={
          manages && (
            <LinkButton
              to="/team"
              search={{ invite: true }}
              leftSection={<UserPlus size={18} strokeWidth={1.75} aria-hidden />}
            >
              <Trans>邀请同事</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>共 {count} 人。每个人用自己的账号，做过的事都记在自己名下。</Trans>
      </PageHeader>
      <div className={css.columns}>
        <section className="card" aria-label={t`成员`}>
          <ul role="list" className={css.members}>
            {members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                self={member.login === data.me?.login}
                manages={manages}
                onChanged={refresh}
              />
            ))}
          </ul>
        </section>
        <RoleGuide />
      </div>
      {manages && (
        <InviteDialog
          opened={invite === true}
          onClose={() => void navigate({ search: {}, replace: true })}
          onInvited={refresh}
        />
      )}
    </>
  );
}

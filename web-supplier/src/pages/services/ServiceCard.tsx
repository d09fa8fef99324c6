import { dayOf } from "@kaidan/web-kit/format/days";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { LinkButton } from "../../features/frame/LinkButton";
import type { ServiceGroup } from "../../features/service/group";
import {
  PauseServiceDocument,
  ResumeServiceDocument,
  type ServiceSheetFragment,
  WithdrawServiceDocument,
} from "../../gql/graphql";
import css from "./ServiceCard.module.css";
import { TermsFacts } from "./TermsFacts";

type ServiceCardProps = { group: ServiceGroup<ServiceSheetFragment>; manages: boolean; onRefused: () => void };

/** One item: the terms in force, what waits for approval or was refused, and what can be done about it. */
export function ServiceCard({ group, manages, onRefused }: ServiceCardProps) {
  const { i18n } = useLingui();
  const { current, proposed, rejected, scheduled } = group;
  const shown = current ?? proposed ?? scheduled[0] ?? rejected;
  if (!shown) return null;
  const { item } = shown;
  const en = i18n.locale === "en";
  return (
    <article className={`card ${css.service}`} aria-label={en ? item.nameEn : item.name}>
      <header className={css.head}>
        <CategoryArt name={item.category.icon} size={44} />
        <div>
          <h2>
            <Link to="/services/$id" params={{ id: shown.id }}>
              {en ? item.nameEn : item.name}
            </Link>
          </h2>
          <span className="muted small">{en ? item.category.nameEn : item.category.name}</span>
        </div>
        <StatusTag of="ServiceState" state={shown.state} />
      </header>
      <TermsFacts service={shown} />
      {current && proposed && <Proposal service={proposed} />}
      {scheduled.map((service) => (
        <Scheduled key={service.id} service={service} />
      ))}
      {rejected && <Refused service={rejected} />}
      {manages && (
        <footer className={css.actions}>
          <LinkButton to="/services" search={{ propose: item.id }} variant="default" size="xs">
            {proposed ? <Trans>修改申请</Trans> : <Trans>调整价格</Trans>}
          </LinkButton>
          {current && <PauseButton service={current} onRefused={onRefused} />}
          {[proposed, ...scheduled].map(
            (service) => service && <WithdrawButton key={service.id} service={service} onRefused={onRefused} />,
          )}
        </footer>
      )}
    </article>
  );
}

function Proposal({ service }: { service: ServiceSheetFragment }) {
  return (
    <section className={css.proposal}>
      <h3>
        <Trans>新价格待审核</Trans>
      </h3>
      <TermsFacts service={service} />
    </section>
  );
}

/** Approved terms whose day has not come. */
function Scheduled({ service }: { service: ServiceSheetFragment }) {
  return (
    <section className={css.proposal}>
      <h3>
        <Trans>
          已通过，
          <DateText at={dayOf(service.effectiveFrom ?? service.createdAt)} as="day" /> 起生效
        </Trans>
      </h3>
      <TermsFacts service={service} />
    </section>
  );
}

function WithdrawButton({ service, onRefused }: { service: ServiceSheetFragment; onRefused: () => void }) {
  const { t } = useLingui();
  const { act, busy } = useAct(WithdrawServiceDocument, (data) => data.withdrawService);
  if (!service.availableActions.includes("WITHDRAW")) return null;
  async function withdraw(): Promise<void> {
    if (await act({ input: { serviceId: service.id, version: service.version } })) toast.ok(t`已撤回`);
    onRefused();
  }
  return (
    <Button variant="default" size="xs" loading={busy} onClick={() => void withdraw()}>
      {service.state === "APPROVED" ? <Trans>撤回待生效的变更</Trans> : <Trans>撤回申请</Trans>}
    </Button>
  );
}

function Refused({ service }: { service: ServiceSheetFragment }) {
  const reason = service.reason ?? "";
  return (
    <p className={css.refused}>
      <Trans>上次申请未通过：{reason}</Trans>
    </p>
  );
}

function PauseButton({ service, onRefused }: { service: ServiceSheetFragment; onRefused: () => void }) {
  const { t } = useLingui();
  const pausing = useAct(PauseServiceDocument, (data) => data.pauseService);
  const resuming = useAct(ResumeServiceDocument, (data) => data.resumeService);
  const variables = { input: { serviceId: service.id, version: service.version } };
  async function pause(): Promise<void> {
    if (await pausing.act(variables)) toast.ok(t`已暂停，这项服务不再派给您`);
    else onRefused();
  }
  async function resume(): Promise<void> {
    if (await resuming.act(variables)) toast.ok(t`已恢复接单`);
    else onRefused();
  }
  if (service.availableActions.includes("PAUSE")) {
    return (
      <Button variant="default" size="xs" loading={pausing.busy} onClick={() => void pause()}>
        <Trans>暂停接单</Trans>
      </Button>
    );
  }
  if (!service.availableActions.includes("RESUME")) return null;
  return (
    <Button size="xs" loading={resuming.busy} onClick={() => void resume()}>
      <Trans>恢复接单</Trans>
    </Button>
  );
}

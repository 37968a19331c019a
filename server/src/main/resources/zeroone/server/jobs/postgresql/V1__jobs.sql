-- Times are microseconds since 1970. What a user or a model wrote is in sealed columns only.
create table job (
  id            text primary key,
  tenant        text not null,
  model         text not null,
  status        text not null,
  priority      bigint not null,
  created_at    bigint not null,
  deadline_at   bigint,
  finished_at   bigint,
  not_before    bigint not null default 0,
  attempts      bigint not null default 0,
  answer_now    bigint not null default 0,
  cancelled     bigint not null default 0,
  owner         text,
  fence         bigint not null default 0,
  beat          bigint not null default 0,
  entries       bigint not null default 0,
  last_sequence bigint not null default -1,
  specification bytea not null,
  outcome       bytea
);
create index job_by_status on job (status, created_at);
create index job_by_tenant on job (status, tenant);

create table job_log (
  job_id        text not null,
  number        bigint not null,
  last_sequence bigint not null,
  tokens        bytea not null,
  events        bytea not null,
  primary key (job_id, number)
);
create index job_log_by_sequence on job_log (job_id, last_sequence);

create table response (
  tenant        text not null,
  id            text not null,
  created_at    bigint not null,
  body          bytea not null,
  primary key (tenant, id)
);
create index response_by_age on response (tenant, created_at);

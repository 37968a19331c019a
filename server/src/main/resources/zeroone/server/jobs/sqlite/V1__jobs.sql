-- Times are microseconds since 1970. What a user or a model wrote is in sealed columns only.
create table job (
  id            text primary key,
  tenant        text not null,
  model         text not null,
  status        text not null,
  priority      integer not null,
  created_at    integer not null,
  deadline_at   integer,
  finished_at   integer,
  not_before    integer not null default 0,
  attempts      integer not null default 0,
  answer_now    integer not null default 0,
  cancelled     integer not null default 0,
  owner         text,
  fence         integer not null default 0,
  beat          integer not null default 0,
  entries       integer not null default 0,
  last_sequence integer not null default -1,
  specification blob not null,
  outcome       blob
);
create index job_by_status on job (status, created_at);
create index job_by_tenant on job (status, tenant);

create table job_log (
  job_id        text not null,
  number        integer not null,
  last_sequence integer not null,
  tokens        blob not null,
  events        blob not null,
  primary key (job_id, number)
);
create index job_log_by_sequence on job_log (job_id, last_sequence);

create table response (
  tenant        text not null,
  id            text not null,
  created_at    integer not null,
  body          blob not null,
  primary key (tenant, id)
);
create index response_by_age on response (tenant, created_at);

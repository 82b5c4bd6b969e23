/** What an application may ask for. Dates are ISO 8601 with a zone. */
export interface ProjectSpecs {
  /** Like a domain, for example `lab.example.org`; at most 80 characters. */
  name?: string | undefined
  /** The owner's uuid. @default the caller */
  owner?: string | undefined
  /** At most 255 characters. */
  homepage?: string | undefined
  description?: string | undefined
  /** For those who decide about the application. */
  comments?: string | undefined
  start_date?: string | undefined
  /** In the future. */
  end_date?: string | undefined
  /** @default 'moderated' */
  join_policy?: 'auto' | 'moderated' | 'closed' | undefined
  /** @default 'auto' */
  leave_policy?: 'auto' | 'moderated' | 'closed' | undefined
  /** A whole number, or `inf`. @default unlimited */
  max_members?: number | bigint | string | undefined
  private?: boolean | undefined
  /** By id, for example `cyclades.vm`. `project_capacity` is at least `member_capacity`; bytes for RAM, disk and storage. */
  resources?:
    | Readonly<
        Record<
          string,
          { member_capacity?: number | bigint | undefined; project_capacity?: number | bigint | undefined }
        >
      >
    | undefined
}

/** What an application for a new project must say at least. */
export type NewProjectSpecs = ProjectSpecs & { name: string; end_date: string }

import { resourceLabels } from '../errors/resourceLabels.js'
import { FakeFault } from './FakeFault.js'
import type { FakeCapacity, FakeProject } from './FakeProject.js'

/** How much of which resource: `{ 'cyclades.vm': 1 }`. Negative gives back. */
export type Charge = Readonly<Record<string, number | bigint>>

/** Where a charge goes. */
export interface ChargeTarget {
  /** Id of the user. */
  readonly user: string
  /** Id of the project. */
  readonly project: string
}

/** A charge that a quota refuses. */
export interface Shortage extends ChargeTarget {
  readonly resource: string
  readonly quantity: bigint
  readonly limit: bigint
  readonly usage: bigint
}

/** One line of what the account service answers about quotas. */
export interface QuotaLine {
  readonly usage: bigint
  readonly limit: bigint
  readonly pending: bigint
  readonly project_usage: bigint
  readonly project_limit: bigint
  readonly project_pending: bigint
}

/** The books of a fake cloud: what each user holds of each project. */
export class QuotaLedger {
  readonly #projects: ReadonlyMap<string, FakeProject>
  readonly #used = new Map<string, bigint>()
  readonly #pending = new Map<string, bigint>()

  constructor(projects: ReadonlyMap<string, FakeProject>) {
    this.#projects = projects
  }

  /** Takes everything or nothing. @throws {FakeFault} 413 `overLimit` as compute, network and volume answer it. */
  charge(target: ChargeTarget, charge: Charge): void {
    const shortage = this.shortage(target, charge)
    if (shortage !== undefined) {
      const { resource, quantity, limit, usage } = shortage
      throw new FakeFault('overLimit', 'Quota exceeded', {
        details: `Limit for resource '${resourceLabels[resource] ?? resource}' exceeded for the project. Available: ${limit - usage}, Requested: ${quantity}`,
      })
    }
    this.book(target, charge)
  }

  /** Gives back what was taken. */
  release(target: ChargeTarget, charge: Charge): void {
    this.book(target, negated(charge))
  }

  /** Moves a charge from one project to another. @throws {FakeFault} 413 when the other has no room. */
  move(from: ChargeTarget, to: ChargeTarget, charge: Charge): void {
    this.charge(to, charge)
    this.release(from, charge)
  }

  /** The first resource that a charge has no room for, or `undefined`. */
  shortage(target: ChargeTarget, charge: Charge): Shortage | undefined {
    for (const [resource, amount] of Object.entries(charge)) {
      const quantity = BigInt(amount)
      if (quantity <= 0n) continue
      const { limit, usage, project_limit, project_usage } = this.line(target, resource)
      if (usage + quantity > limit) return { ...target, resource, quantity, limit, usage }
      if (project_usage + quantity > project_limit) {
        return { ...target, resource, quantity, limit: project_limit, usage: project_usage }
      }
    }
    return undefined
  }

  /** Writes a charge into the books without asking. */
  book(target: ChargeTarget, charge: Charge, pending = false): void {
    for (const [resource, amount] of Object.entries(charge)) {
      add(this.#used, key(target, resource), BigInt(amount))
      if (pending) add(this.#pending, key(target, resource), BigInt(amount))
    }
  }

  /** Takes a charge out of what is pending: it is now used for good. */
  settle(target: ChargeTarget, charge: Charge): void {
    for (const [resource, amount] of Object.entries(charge)) {
      add(this.#pending, key(target, resource), -BigInt(amount))
    }
  }

  /** What the account service answers about one resource. */
  line(target: ChargeTarget, resource: string): QuotaLine {
    const capacity: FakeCapacity | undefined = this.#projects.get(target.project)?.resources[resource]
    return {
      usage: this.#used.get(key(target, resource)) ?? 0n,
      limit: BigInt(capacity?.member_capacity ?? 0),
      pending: this.#pending.get(key(target, resource)) ?? 0n,
      project_usage: this.#total(this.#used, target.project, resource),
      project_limit: BigInt(capacity?.project_capacity ?? 0),
      project_pending: this.#total(this.#pending, target.project, resource),
    }
  }

  #total(books: ReadonlyMap<string, bigint>, project: string, resource: string): bigint {
    let sum = 0n
    for (const [name, amount] of books) if (name.endsWith(`|${project}|${resource}`)) sum += amount
    return sum
  }
}

const key = ({ user, project }: ChargeTarget, resource: string): string => `${user}|${project}|${resource}`

const negated = (charge: Charge): Charge =>
  Object.fromEntries(Object.entries(charge).map(([resource, amount]) => [resource, -BigInt(amount)]))

function add(books: Map<string, bigint>, name: string, amount: bigint): void {
  books.set(name, (books.get(name) ?? 0n) + amount)
}

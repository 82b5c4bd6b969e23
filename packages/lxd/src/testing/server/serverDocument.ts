import type { FakeState } from '../state/FakeState.js'

/** What `GET /1.0` tells. @see LXD 5.0.2 on Debian 12, observed */
export function serverDocument(state: FakeState, project: string): Record<string, unknown> {
  return {
    config: state.config,
    api_extensions: state.extensions,
    api_status: 'stable',
    api_version: '1.0',
    auth: 'trusted',
    public: false,
    auth_methods: ['tls'],
    environment: {
      addresses: [],
      architectures: ['x86_64', 'i686'],
      certificate: state.certificate,
      certificate_fingerprint: '',
      driver: 'lxc',
      driver_version: '5.0.2',
      firewall: 'nftables',
      kernel: 'Linux',
      kernel_architecture: 'x86_64',
      kernel_features: { idmapped_mounts: 'true', seccomp_listener: 'true', shiftfs: 'false', unpriv_fscaps: 'true' },
      kernel_version: '6.1.0',
      lxc_features: { cgroup2: 'true', pidfd: 'true', seccomp_notify: 'true' },
      os_name: 'Debian GNU/Linux',
      os_version: '12',
      project,
      server: 'lxd',
      server_clustered: false,
      server_event_mode: 'full-mesh',
      server_name: 'fake',
      server_pid: 1,
      server_version: '5.0.2',
      storage: 'dir | btrfs',
      storage_version: '1 | 6.2',
      storage_supported_drivers: [
        { Name: 'dir', Version: '1', Remote: false },
        { Name: 'btrfs', Version: '6.2', Remote: false },
      ],
    },
  }
}

#!/usr/bin/env bash
# Publishes from the release workflow. Provenance is accepted only for packages that name the repository they come from.
set -euo pipefail

for folder in packages/*; do
  (
    cd "$folder"
    npm pkg set repository.type=git "repository.url=git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" "repository.directory=$folder"
  )
done
npx -y pnpm@12.21.0 run release

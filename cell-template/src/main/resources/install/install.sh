# Brings the platform into the cell's cluster, from inside its network. May run again at any time: what is there
# already is left alone. Argo CD is installed only where there is none, and from then on keeps itself.
#
# Given: BUNDLE_BUCKET, BUNDLE_KEY, CLUSTER, REGISTRY, AWS_REGION. Has: aws, helm, jq, kubectl.
set -eu
umask 077
work=$(mktemp -d)
cd "$work"
export HOME="$work" KUBECONFIG="$work/kubeconfig"

say() { echo "install: $*"; }

aws s3api get-object --bucket "$BUNDLE_BUCKET" --key "$BUNDLE_KEY" bundle.json > /dev/null
revision=$(jq -er .revision bundle.json)
chart=$(jq -er .argoCd bundle.json)
say "release $revision, Argo CD $chart"
jq -er '.files | keys[]' bundle.json > names
while IFS= read -r name; do
  mkdir -p "files/$(dirname "$name")"
  jq -ejr --arg name "$name" '.files[$name]' bundle.json > "files/$name"
done < names

# The bundle as an OCI artifact of one layer, by the registry's own API: one tool fewer to mirror.
repository=platform/bundle
digest() { echo "sha256:$(sha256sum "$1" | cut -d ' ' -f 1)"; }
size() { wc -c < "$1" | tr -d ' '; }
upload() {
  # Answers in failures too, so the state of each layer is asked for by its digest.
  there=$(aws ecr batch-check-layer-availability --repository-name "$repository" \
    --layer-digests "$(digest "$1")" --query 'layers[0].layerAvailability' --output text)
  if [ "$there" = AVAILABLE ]; then return; fi
  id=$(aws ecr initiate-layer-upload --repository-name "$repository" --query uploadId --output text)
  aws ecr upload-layer-part --repository-name "$repository" --upload-id "$id" --part-first-byte 0 \
    --part-last-byte "$(($(size "$1") - 1))" --layer-part-blob "fileb://$1" > /dev/null
  aws ecr complete-layer-upload --repository-name "$repository" --upload-id "$id" \
    --layer-digests "$(digest "$1")" > /dev/null
}
published=$(aws ecr batch-get-image --repository-name "$repository" --image-ids "imageTag=$revision" \
  --query 'length(images)' --output text)
if [ "$published" = 0 ]; then
  say "publishing $repository:$revision"
  (cd files && find . -type f ! -path './bootstrap/*' | sort > ../members)
  (cd files && tar -c -z -f ../layer.tar.gz -T ../members)
  printf '{}' > config.json
  upload config.json
  upload layer.tar.gz
  jq -cn --arg config "$(digest config.json)" --arg layer "$(digest layer.tar.gz)" \
    --argjson size "$(size layer.tar.gz)" '{
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      artifactType: "application/vnd.cellwall.bundle.v1",
      config: {mediaType: "application/vnd.oci.empty.v1+json", digest: $config, size: 2},
      layers: [{mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", digest: $layer, size: $size}]
    }' > manifest.json
  aws ecr put-image --repository-name "$repository" --image-tag "$revision" \
    --image-manifest file://manifest.json \
    --image-manifest-media-type application/vnd.oci.image.manifest.v1+json > /dev/null
else
  say "$repository:$revision is published"
fi

aws eks update-kubeconfig --name "$CLUSTER" > /dev/null
if kubectl --namespace argocd get applications.argoproj.io platform > found 2> absent; then
  say "Argo CD is there and keeps itself"
elif grep -q -e NotFound -e "doesn't have a resource type" absent; then
  say "installing Argo CD"
  aws ecr get-login-password > login
  tr -d '\n' < login > password
  helm registry login --username AWS --password-stdin "$REGISTRY" < password
  # Argo CD's own way into the registry until its job writes the next login.
  kubectl create namespace argocd --dry-run=client --output yaml |
    kubectl apply --server-side --field-manager=installer --filename=-
  kubectl create secret generic registry-login --namespace argocd --dry-run=client --output yaml \
    --from-literal=type=oci --from-literal="url=oci://$REGISTRY" --from-literal=username=AWS \
    --from-file=password=password |
    kubectl label --local --output yaml --filename=- argocd.argoproj.io/secret-type=repo-creds |
    kubectl apply --server-side --force-conflicts --field-manager=installer --filename=-
  kubectl apply --server-side --force-conflicts --field-manager=installer \
    --filename=files/guard-rails/priority-classes.yaml
  # A run that was stopped leaves a release that no other run may touch.
  helm list --namespace argocd --pending --short > pending
  if [ -s pending ]; then helm uninstall argo-cd --namespace argocd --wait; fi
  helm upgrade argo-cd "oci://$REGISTRY/platform/charts/argo-cd" --install --version "$chart" \
    --namespace argocd --values files/bootstrap/argo-cd.values.yaml --wait --timeout 20m
  kubectl apply --server-side --force-conflicts --field-manager=installer \
    --filename=files/apps/projects.yaml
else
  cat absent >&2
  exit 1
fi
kubectl apply --server-side --force-conflicts --field-manager=installer \
  --filename=files/bootstrap/root.yaml
say "Argo CD has release $revision"

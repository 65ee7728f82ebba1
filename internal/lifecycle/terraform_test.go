package lifecycle_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// An instance that has every kind at once, with the real Terraform, on the oldest and
// the newest release: made with the least, everything set, adopted by one query into an
// empty state, everything cleared, destroyed. After each the plan is empty.
func TestAccInstanceWithEveryKind(t *testing.T) {
	t.Parallel()
	for _, release := range []string{contract.Oldest(), contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			cases := slices.DeleteFunc(lifecycle.All(), func(sample lifecycle.Case) bool {
				table, _ := contract.Object(sample.Object().API.Path)
				return !slices.Contains(table.Releases(), release)
			})
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			for _, sample := range cases {
				supply(server, sample)
			}
			before := count(server)
			cli := attached(t, server)
			apply := func(arguments func(lifecycle.Case) map[string]any, done string) {
				t.Helper()
				cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()) + configuration(t, cases, release, arguments))
				expect(t, cli, "Apply complete! Resources: "+done, "apply", "-auto-approve")
				expect(t, cli, "No changes.", "plan", "-detailed-exitcode")
			}
			minimal := func(sample lifecycle.Case) map[string]any { return sample.Minimal }
			apply(minimal, fmt.Sprintf("%d added, 0 changed, 0 destroyed.", len(cases)))
			apply(func(sample lifecycle.Case) map[string]any { return sample.Full }, "") // what cannot be changed is replaced
			if created := count(server) - before; created < len(cases) {                 // the server creates tokens and users of its own
				t.Errorf("%d objects were created for %d kinds", created, len(cases))
			}
			adopt(t, server, cases)
			apply(minimal, "") // what is generated, or managed only if it is configured, stays
			expect(t, cli, fmt.Sprintf("Destroy complete! Resources: %d destroyed.", len(cases)), "destroy", "-auto-approve")
			if left := count(server); left > before {
				t.Errorf("of %d objects before there are %d", before, left)
			}
		})
	}
}

// adopt takes over, by one query, all that the server has, where Terraform has queries. The
// generated configuration is accepted as it is, and nothing is changed.
func adopt(t *testing.T, server *authentiktest.Server, cases []lifecycle.Case) {
	t.Helper()
	cli := attached(t, server)
	if !cli.Command.Has(localbuild.Query) {
		t.Logf("Nothing is adopted: %s, and this is %s.", localbuild.Query.Needs(), cli.Command)
		return
	}
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	var lists strings.Builder
	for _, sample := range cases {
		fmt.Fprintf(&lists, "list %q \"all\" {\n  provider = authentik\n  limit    = 1000\n}\n\n", sample.Resource())
	}
	cli.Write("all.tfquery.hcl", lists.String())
	expect(t, cli, "", "query", "-generate-config-out=generated.tf")
	generated, err := os.ReadFile(filepath.Join(cli.Folder, "generated.tf"))
	if err != nil {
		t.Fatal(err)
	}
	text, named := fillNames(string(generated))
	cli.Write("generated.tf", text)
	imported := strings.Count(text, "\nimport {")
	if imported < len(cases) {
		t.Errorf("%d objects are found of %d kinds", imported, len(cases))
	}
	expect(t, cli, fmt.Sprintf("Apply complete! Resources: %d imported, 0 added, %d changed, 0 destroyed.", imported, named), "apply", "-auto-approve")
	expect(t, cli, "No changes.", "plan", "-detailed-exitcode")
}

// fillNames names the fields of prompts, which have no names before authentik 2023.3 and
// need one in Terraform, and says how many there are.
func fillNames(generated string) (text string, filled int) {
	nameless := regexp.MustCompile(`(?m)^(  name +=) null$`)
	return nameless.ReplaceAllString(generated, `$1 "given"`), len(nameless.FindAllString(generated, -1))
}

func attached(t *testing.T, server *authentiktest.Server) *acctest.CLI {
	t.Helper()
	cli := acctest.NewAttachedCLI(t)
	server.ResetRequests()
	return cli
}

// expect runs the command, which must succeed and write the text.
func expect(t *testing.T, cli *acctest.CLI, text string, arguments ...string) {
	t.Helper()
	if output, ended := cli.Run(append(arguments, "-no-color")...); ended != 0 || !strings.Contains(output, text) {
		t.Fatalf("%v ended with %d, expected 0 and %q:\n%s", arguments, ended, text, output)
	}
}

// count is the number of the server's objects that can be managed.
func count(server *authentiktest.Server) int {
	count := 0
	for _, described := range provider.Kinds() {
		// What cannot be deleted, or is kept when it has served its purpose, stays.
		if !described.ReadOnly && !described.API.Kept && described.Spent == nil && described.Gone == nil {
			count += len(server.Objects(described.API.Path))
		}
	}
	return count
}

// configuration is a resource of each kind.
func configuration(t *testing.T, cases []lifecycle.Case, release string, arguments func(lifecycle.Case) map[string]any) string {
	t.Helper()
	file := hclwrite.NewEmptyFile()
	for _, sample := range cases {
		body := file.Body().AppendNewBlock("resource", []string{sample.Resource(), "sample"}).Body()
		written := sample.On(release, arguments(sample))
		for _, name := range slices.Sorted(maps.Keys(written)) {
			body.SetAttributeValue(name, literal(t, written[name]))
		}
	}
	return string(file.Bytes())
}

func literal(t *testing.T, value any) cty.Value {
	t.Helper()
	switch value := value.(type) {
	case string:
		return cty.StringVal(value)
	case bool:
		return cty.BoolVal(value)
	case int:
		return cty.NumberIntVal(int64(value))
	case float64:
		return cty.NumberFloatVal(value)
	case []string:
		return tuple(t, value)
	case []int:
		return tuple(t, value)
	case []map[string]any:
		return tuple(t, value)
	case map[string]any:
		attributes := map[string]cty.Value{}
		for name, attribute := range value {
			attributes[name] = literal(t, attribute)
		}
		return cty.ObjectVal(attributes)
	}
	t.Fatalf("there is no literal for %v", value)
	return cty.NilVal
}

func tuple[T any](t *testing.T, values []T) cty.Value {
	t.Helper()
	elements := make([]cty.Value, 0, len(values))
	for _, value := range values {
		elements = append(elements, literal(t, value))
	}
	return cty.TupleVal(elements)
}

// supply adds what the sample's arguments refer to. Where a sample is alone on a server,
// the stand-in takes any reference to kinds of which it has nothing.
func supply(server *authentiktest.Server, sample lifecycle.Case) {
	for path, others := range sample.Others {
		for _, other := range others {
			fields := at(path).Fields()
			maps.Copy(fields, other)
			server.Add(path, fields)
		}
	}
	described := sample.Object()
	for i := range described.All() {
		attribute := &described.All()[i]
		path := references(attribute)
		if path == "" {
			continue
		}
		for _, id := range slices.Concat(ids(sample.Minimal[attribute.Name]), ids(sample.Full[attribute.Name])) {
			if has(server, path, id) || has(server, attribute.Refers.Path, id) {
				continue
			}
			server.Add(path, other(path, id))
		}
	}
}

// other is an object that another one refers to.
func other(path, id string) map[string]any {
	fields := at(path).Fields()
	maps.Copy(fields, map[string]any{"pk": id, "name": "other " + id, "slug": "other-" + id})
	if number, err := strconv.Atoi(id); err == nil {
		fields["pk"] = number
	}
	if path == "/core/users/" {
		fields["username"] = "other-" + id
		if strings.Contains(id, "-") { // referred to by UUID
			fields["uuid"] = id
			delete(fields, "pk")
		}
	}
	return fields
}

// at is the sample of the kind with that path.
func at(path string) lifecycle.Case {
	for _, sample := range lifecycle.All() {
		if sample.Object().API.Path == path {
			return sample
		}
	}
	return lifecycle.Case{}
}

// has says whether there is an object with the UUID, however that is spelt.
func has(server *authentiktest.Server, path, id string) bool {
	plain := func(id string) string { return strings.ToLower(strings.ReplaceAll(id, "-", "")) }
	return slices.ContainsFunc(server.Objects(path), func(fields map[string]any) bool { return plain(fmt.Sprint(fields["pk"])) == plain(id) })
}

func ids(value any) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case int:
		return []string{strconv.Itoa(value)}
	case []int:
		var ids []string
		for _, id := range value {
			ids = append(ids, strconv.Itoa(id))
		}
		return ids
	case []string:
		return value
	}
	return nil
}

// concrete are collections that can create objects, for those that unite several.
var concrete = map[string]string{
	"/stages/all/": "/stages/dummy/", "/policies/all/": "/policies/dummy/", "/providers/all/": "/providers/ldap/",
	"/propertymappings/all/": "/propertymappings/notification/", "/sources/all/": "/sources/plex/",
	"/outposts/service_connections/all/": "/outposts/service_connections/docker/",
	"/endpoints/connectors/":             "/endpoints/agents/connectors/",
}

// references are the fields that refer to objects of another kind, by their path.
func references(field *kind.Field) string {
	path := field.Refers.Path
	if other, ok := concrete[path]; ok {
		return other
	}
	return path
}

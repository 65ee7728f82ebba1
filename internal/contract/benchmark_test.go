package contract_test

import (
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func BenchmarkReleases(b *testing.B) {
	for b.Loop() {
		contract.Newest()
	}
}

func BenchmarkIndex(b *testing.B) {
	text := committed(b)
	for b.Loop() {
		if _, err := contract.Index(text); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOneObject is what a provider pays for its first object.
func BenchmarkOneObject(b *testing.B) {
	text := committed(b)
	for b.Loop() {
		table, err := contract.Index(text)
		if err != nil {
			b.Fatal(err)
		}
		found, _ := table.Object(smsPath)
		if _, ok := found.In(table.Newest()); !ok {
			b.Fatal("No view.")
		}
	}
}

// BenchmarkWholeTable is what it would pay if every object was parsed.
func BenchmarkWholeTable(b *testing.B) {
	text := committed(b)
	for b.Loop() {
		if _, err := contract.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKnownObject(b *testing.B) {
	for b.Loop() {
		found, _ := contract.Object(smsPath)
		if _, ok := found.In(contract.Newest()); !ok {
			b.Fatal("No view.")
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		contract.Compare("2025.12.4", "2026.5.0-rc1")
	}
}

func BenchmarkNearest(b *testing.B) {
	for b.Loop() {
		contract.Nearest("2026.5.0-rc1")
	}
}

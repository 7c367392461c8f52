using System.Reflection;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>The catalog is complete, and every rule has all of its texts.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] DuplicateIds = ["GEN0601", "GEN0602"];

    public static TheoryData<string> Ids => [.. ActivityFileRules.All.Select(rule => rule.Id)];

    [Fact]
    public void No_rule_is_missing()
    {
        var declared = typeof(ActivityFileRules).Assembly.GetTypes().SelectMany(Declared).Distinct().Select(rule => rule.Id)
            .Order(StringComparer.Ordinal);

        Assert.Equal(declared, ActivityFileRules.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = ActivityFileRules.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^(GEN|FIT|GPX|TCX|JSN)[0-9]{4}$", id));
    }

    [Fact]
    public void Each_rule_has_a_case() =>
        Assert.Equal(
            ActivityFileRules.All.Select(rule => rule.Id).Except(DuplicateIds, StringComparer.Ordinal),
            RuleCases.All.Select(known => known.RuleId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reasons_and_remedies_are_sentences(string id)
    {
        var rule = ActivityFileRules.All.Single(rule => rule.Id == id);

        Assert.DoesNotMatch("[.!?]$", rule.Title);
        Assert.Matches("[.!?']$", rule.Why);
        Assert.Matches("[.!?]$", rule.WhatToDo);
        Assert.NotEmpty(rule.Example);
        Assert.DoesNotContain(".md", rule.Why + rule.WhatToDo, StringComparison.Ordinal);
    }

    /// <summary>The command differs between PowerShell, MSBuild, and C#; the front ends add it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_do_not_name_commands(string id)
    {
        var rule = ActivityFileRules.All.Single(rule => rule.Id == id);

        Assert.DoesNotMatch("\\b[A-Z][a-z]+-(Strava|Activity|Decathlon)|(^|[ (])-[A-Z][a-z]", $"{rule.Title} {rule.Why} {rule.WhatToDo}");
    }

    [Theory]
    [InlineData("GEN0101", null)]
    [InlineData("FIT0101", ActivityFileFormat.Fit)]
    [InlineData("FIT0110", ActivityFileFormat.Fit)]
    [InlineData("GPX0101", ActivityFileFormat.Gpx)]
    [InlineData("TCX0108", ActivityFileFormat.Tcx)]
    [InlineData("JSN0101", ActivityFileFormat.StrengthJson)]
    public void Rule_has_the_format_that_registered_it(string id, ActivityFileFormat? format) =>
        Assert.Equal(format, ActivityFileRules.All.Single(rule => rule.Id == id).Format);

    /// <summary>A warning asks for an action, and people do not read warnings that do not.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_without_an_action_is_information(string id)
    {
        var rule = ActivityFileRules.All.Single(rule => rule.Id == id);

        var needsAction = !rule.WhatToDo.StartsWith("No action", StringComparison.Ordinal);
        Assert.True(rule.Severity == Severity.Information || needsAction, rule.WhatToDo);
    }

    /// <summary>
    /// A file with an error is not sent, so each error is based on Strava's documents or a recorded refusal. The only other error is a gzip
    /// that StravaTools itself does not unpack.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Errors_are_based_on_a_document_or_a_recorded_refusal(string id)
    {
        var rule = ActivityFileRules.All.Single(rule => rule.Id == id);

        Assert.True(rule.Severity != Severity.Error || rule.Sections.Count + rule.Refusals.Count > 0 || id == "GEN0104");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Recorded_refusals_name_a_public_report(string id) =>
        Assert.All(ActivityFileRules.All.Single(rule => rule.Id == id).Refusals, refusal =>
        {
            Assert.NotEmpty(refusal.Answer);
            Assert.StartsWith("https://", refusal.Report, StringComparison.Ordinal);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cited_sections_exist(string id)
    {
        var specification = Corpus.Root is null ? null : Path.Combine(Corpus.Root, "..", "spec");
        Assert.SkipWhen(specification is null
            || !Directory.Exists(specification), "Strava's documents (shared/spec beside the repository) are absent.");
        var lines = Directory.GetFiles(specification!, "*.md").SelectMany(File.ReadLines).Select(line => line.Trim('#', ' '))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(ActivityFileRules.All.Single(rule => rule.Id == id).Sections, section => Assert.Contains(section.Split('"')[1], lines));
    }

    private static IEnumerable<ActivityFileRule> Declared(Type type)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var field in type.GetFields(All).Where(field => field.FieldType == typeof(ActivityFileRule)))
        {
            foreach (var owner in field.IsStatic ? [null] : Instances(type))
            {
                yield return (ActivityFileRule)field.GetValue(owner)!;
            }
        }
    }

    /// <summary>A family with instances has them as static fields.</summary>
    private static IEnumerable<object?> Instances(Type type) => type
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => field.FieldType == type)
        .Select(field => field.GetValue(null));
}

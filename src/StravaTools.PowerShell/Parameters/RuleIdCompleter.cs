using System.Collections;
using StravaTools.Activities;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the IDs of rules. The tooltip shows their title.</summary>
public sealed class RuleIdCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters) => ActivityFileRules.All.Select(rule => rule.Id);

    private protected override string GetTooltip(string word)
    {
        var rule = ActivityFileRules.All.First(rule => rule.Id == word);
        return $"{rule.Severity}: {rule.Title}";
    }

    /// <summary>Finds rules by the beginning of the ID or else by a part of the title, for example barometer.</summary>
    private protected override IEnumerable<string> FindMatches(IEnumerable<string> words, string typed)
    {
        var text = typed.Trim('*');
        var byId = words.Where(id => id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (byId.Count > 0)
        {
            return byId;
        }

        return ActivityFileRules.All.Where(rule => rule.Title.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(rule => rule.Id);
    }
}

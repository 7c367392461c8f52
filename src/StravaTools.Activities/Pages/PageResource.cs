using System.Security.Cryptography;
using System.Text;

namespace StravaTools.Activities.Pages;

/// <summary>A style sheet or script that is part of every page, with the hash by which the page's policy allows it.</summary>
internal sealed class PageResource
{
    private PageResource(string name)
    {
        using var reader = new StreamReader(typeof(PageResource).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        Text = new Markup(reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd());
        Hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text.Text)))}'";
    }

    /// <summary>The style of all pages.</summary>
    public static PageResource Style { get; } = new("page.css");

    /// <summary>The script of an activity's page.</summary>
    public static PageResource ActivityScript { get; } = new("activity.js");

    /// <summary>The script of a report.</summary>
    public static PageResource ReportScript { get; } = new("report.js");

    /// <summary>The text, without a line feed at the end.</summary>
    public Markup Text { get; }

    /// <summary>The source expression for a content security policy.</summary>
    public string Hash { get; }
}

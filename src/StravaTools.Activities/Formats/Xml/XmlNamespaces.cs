using System.Collections.Frozen;
using System.Xml;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>Declares the namespace of a format, and those of known prefixes that a file uses without a declaration.</summary>
internal static class XmlNamespaces
{
    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private const string Declaration = "xmlns";

    /// <returns>The number of declarations added.</returns>
    public static int Declare(XmlElement root, string space, FrozenDictionary<string, string> known)
    {
        var count = 0;
        if (!root.Name.Contains(':', StringComparison.Ordinal) && root.GetAttribute(Declaration).Length == 0)
        {
            root.AddAttribute(Declaration, space);
            count++;
        }

        foreach (var prefix in Undeclared(root))
        {
            if (known.TryGetValue(prefix, out var itsSpace))
            {
                root.AddAttribute($"{Declaration}:{prefix}", itsSpace);
                count++;
            }
        }

        return count;
    }

    private static IEnumerable<string> Undeclared(XmlElement root)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var declared = new HashSet<string>(StringComparer.Ordinal) { "xml", Declaration };
        foreach (var element in root.Descendants().Prepend(root))
        {
            AddNamespace(used, element.Name);
            foreach (XmlAttribute attribute in element.Attributes)
            {
                AddNamespace(used, attribute.Name);
                if (attribute.Name.StartsWith(Declaration + ":", StringComparison.Ordinal))
                {
                    declared.Add(attribute.Name[(Declaration.Length + 1)..]);
                }
            }
        }

        return used.Except(declared, StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static void AddNamespace(HashSet<string> prefixes, string name)
    {
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            prefixes.Add(name[..colon]);
        }
    }
}

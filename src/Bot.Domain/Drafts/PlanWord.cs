namespace Bot.Domain.Drafts;

/// <summary>What an admin says about a draft in the private chat.</summary>
public abstract record PlanWord
{
    private PlanWord() { }

    /// <summary>第2项改为6月28日前: a hand-in's time, as a plan would say it.</summary>
    /// <param name="Item">Its place, from 1.</param>
    /// <param name="Words">When.</param>
    public sealed record Change(int Item, string Words) : PlanWord;

    /// <summary>第2项报送单位改为各社区: who must hand it in.</summary>
    /// <param name="Item">Its place, from 1.</param>
    /// <param name="Words">Who.</param>
    public sealed record Whom(int Item, string Words) : PlanWord;

    /// <summary>第2项内容改为隐患排查清单: what is handed in.</summary>
    /// <param name="Item">Its place, from 1.</param>
    /// <param name="Words">What.</param>
    public sealed record What(int Item, string Words) : PlanWord;

    /// <summary>第2项报到改为应急办: where it goes.</summary>
    /// <param name="Item">Its place, from 1.</param>
    /// <param name="Words">Where.</param>
    public sealed record Where(int Item, string Words) : PlanWord;

    /// <summary>删除第3项, 第3条不要.</summary>
    /// <param name="Item">Its place, from 1.</param>
    public sealed record Delete(int Item) : PlanWord;

    /// <summary>时间改为6月1日至6月30日.</summary>
    public sealed record Period(string Words) : PlanWord;

    /// <summary>标题改为….</summary>
    public sealed record Title(string Words) : PlanWord;

    /// <summary>主题改为….</summary>
    public sealed record Theme(string Words) : PlanWord;

    /// <summary>启用方案; of a plan that runs already, 启用方案 新版 or 启用方案 另立.</summary>
    /// <param name="How">As what; null: it was not said.</param>
    public sealed record Activate(ActivateAs? How) : PlanWord;

    /// <summary>放弃方案.</summary>
    public sealed record Discard : PlanWord;

    /// <summary>看方案: what was understood, once more.</summary>
    public sealed record Show : PlanWord;
}

/// <summary>As what a plan is activated that is another version of one that runs.</summary>
public enum ActivateAs
{
    /// <summary>As its next revision.</summary>
    Revision,

    /// <summary>As a campaign of its own.</summary>
    Own,
}
